/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "@prisma/client", "@prisma/adapter-pg"],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "20mb" } },
};

export default config;
