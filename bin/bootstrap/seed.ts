// Seeds the demo organisation into the database that the environment names, as a process of its own.
import { loadDemoSeed } from "./demo.ts";

const { seedDemo } = await loadDemoSeed();
await seedDemo();
process.exit(0);
