/** What another tool wrote and this one reads. */
export type FileKind = "preview" | "plan" | "export";

/** For each kind: its name in a sentence, the option that reads it, and the command that writes it. */
export const kinds: Readonly<Record<FileKind, { readonly name: string; readonly option: string; readonly command: string }>> = {
  preview: { name: "a preview", option: "--preview", command: "pulumi preview --json --show-sames > preview.json" },
  plan: { name: "a plan", option: "--plan", command: "pulumi preview --save-plan plan.json" },
  export: { name: "a stack export", option: "--export", command: "pulumi stack export --file export.json" },
};

/**
 * A file that is not what it was said to be. The message is one sentence for people and quotes nothing of
 * the file's values; of a preview that failed, the beginning of its error.
 */
export class SourceError extends Error {
  override readonly name = "SourceError";
}

/** `plan.json is empty; a plan is written by: pulumi preview --save-plan plan.json` */
export const unreadable = (kind: FileKind, file: string, what: string): SourceError =>
  new SourceError(`${file} ${what}; ${kinds[kind].name} is written by: ${kinds[kind].command}`);
