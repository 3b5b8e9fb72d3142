import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A component as its source describes it. */
export interface PartDoc {
  /** `EcsService`; its type is `headroom:components:EcsService`. */
  readonly kind: string;
  readonly file: string;
  /** The class's doc comment. */
  readonly doc: string;
  /** The section of the stack's file that makes it, `services`; undefined where whoever uses it says. */
  readonly section: string | undefined;
  /** Names of the other parts that it makes. */
  readonly makes: readonly string[];
  /** What it exposes: public fields that have a doc comment. */
  readonly exposes: readonly { readonly name: string; readonly doc: string }[];
}

/** Every component below `components/`, by name. */
export function partsIn(root: string): readonly PartDoc[] {
  const files = readdirSync(join(root, "components"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files
    .map((file) => join("components", file))
    .flatMap((file) => partsOf(file, readFileSync(join(root, file), "utf8")))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** The classes of one file that extend Part. */
export function partsOf(file: string, text: string): readonly PartDoc[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration).flatMap((declared): readonly PartDoc[] => {
    const [kind, path] = superCall(declared) ?? [];
    if (!extendsPart(declared) || kind === undefined || !ts.isStringLiteral(kind)) return [];
    return [
      {
        kind: kind.text,
        file,
        doc: docOf(declared),
        section: sectionOf(path, declared),
        makes: madeIn(source),
        exposes: exposedBy(declared),
      },
    ];
  });
}

const extendsPart = (declared: ts.ClassDeclaration): boolean =>
  declared.heritageClauses?.some((clause) => clause.types.some((type) => type.expression.getText() === "Part")) ?? false;

/** The kind and the configuration path that a component hands to Part. */
function superCall(declared: ts.ClassDeclaration): readonly [ts.Expression | undefined, ts.Expression | undefined] | undefined {
  const calls = descendants(declared).filter(ts.isCallExpression);
  const call = calls.find(({ expression }) => expression.kind === ts.SyntaxKind.SuperKeyword);
  return call === undefined ? undefined : [call.arguments[0], call.arguments[2]];
}

/** `headroom:services.${name}` is of the section `services`; a name that stands for it is looked up in the class. */
function sectionOf(path: ts.Expression | undefined, declared: ts.ClassDeclaration): string | undefined {
  if (path === undefined) return undefined;
  const written = ts.isIdentifier(path) ? initialiserOf(path.text, declared) : path;
  return /^[`"]headroom:([A-Za-z]+)/.exec(written?.getText() ?? "")?.[1];
}

const initialiserOf = (name: string, declared: ts.ClassDeclaration): ts.Expression | undefined =>
  descendants(declared)
    .filter(ts.isVariableDeclaration)
    .find((variable) => variable.name.getText() === name)?.initializer;

const madeIn = (source: ts.SourceFile): readonly string[] =>
  descendants(source)
    .filter(ts.isNewExpression)
    .map(({ expression }) => expression)
    .filter(ts.isIdentifier)
    .map(({ text }) => text);

const exposedBy = (declared: ts.ClassDeclaration): PartDoc["exposes"] =>
  declared.members
    .filter(ts.isPropertyDeclaration)
    .map((member) => ({ name: member.name.getText(), doc: docOf(member) }))
    .filter(({ doc }) => doc !== "");

/** A doc comment's text, a paragraph a line. */
export function docOf(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment) ?? "";
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim())
    .join("\n\n");
}

function descendants(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (inner: ts.Node): void => {
    found.push(inner);
    ts.forEachChild(inner, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}
