import assert from "node:assert/strict";
import { answerInvoke } from "../../../graph/recorder/invokes";

describe("graph/recorder/invokes", () => {
  it("knows the zones of a region, with that region's letters", () => {
    assert.deepEqual(answerInvoke("aws:index/getAvailabilityZones:getAvailabilityZones", "eu-central-1")?.["names"], [
      "eu-central-1a",
      "eu-central-1b",
      "eu-central-1c",
    ]);
    assert.deepEqual(answerInvoke("aws:index/getAvailabilityZones:getAvailabilityZones", "ap-northeast-1")?.["names"], [
      "ap-northeast-1a",
      "ap-northeast-1c",
      "ap-northeast-1d",
    ]);
  });

  it("numbers the zones' ids", () => {
    assert.deepEqual(answerInvoke("aws:index/getAvailabilityZones:getAvailabilityZones", "ap-northeast-1")?.["zoneIds"], [
      "apne1-az1",
      "apne1-az2",
      "apne1-az3",
    ]);
  });

  it("knows the partition of a region", () => {
    const partition = (region: string): unknown => answerInvoke("aws:index/getPartition:getPartition", region);
    assert.deepEqual(partition("cn-north-1"), {
      id: "aws-cn",
      partition: "aws-cn",
      dnsSuffix: "amazonaws.com.cn",
      reverseDnsPrefix: "cn.com.amazonaws",
    });
    assert.deepEqual(partition("us-gov-west-1"), {
      id: "aws-us-gov",
      partition: "aws-us-gov",
      dnsSuffix: "amazonaws.com",
      reverseDnsPrefix: "com.amazonaws",
    });
    assert.deepEqual(partition("eu-west-1"), {
      id: "aws",
      partition: "aws",
      dnsSuffix: "amazonaws.com",
      reverseDnsPrefix: "com.amazonaws",
    });
  });

  it("does not know what depends on a region that nobody configured", () => {
    for (const name of ["getAvailabilityZones", "getRegion", "getPartition"])
      assert.equal(answerInvoke(`aws:index/${name}:${name}`, undefined), undefined);
  });

  it("makes up what AWS makes up at each call", () => {
    const answer = answerInvoke("aws:secretsmanager/getRandomPassword:getRandomPassword", undefined);
    assert.deepEqual(answer, { id: "password", randomPassword: "made-up-at-each-call" });
  });

  it("does not know what only the cloud can tell", () => {
    assert.equal(answerInvoke("aws:ec2/getVpc:getVpc", "eu-west-1"), undefined);
    assert.equal(answerInvoke("constructor", "eu-west-1"), undefined);
  });
});
