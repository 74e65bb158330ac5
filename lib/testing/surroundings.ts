// What a test tells its process besides the database: variables as a web process would have them; undefined unsets.
import { forgetEnvironment } from "../env.ts";

export function setSurroundings(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) process.env[name] = value ?? "";
  forgetEnvironment();
}
