export { Platform } from "./platform";
