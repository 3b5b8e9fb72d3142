/** Options that every command has. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly debug?: boolean;
}
