// Runs in the browser before anything else of the application.
import { config } from "zod";

// zod would try whether it may compile with `eval`; the content security policy forbids it and reports every try.
config({ jitless: true });
