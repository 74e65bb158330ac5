/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "@prisma/client", "@prisma/adapter-pg"],
  experimental: {
    authInterrupts: true,
    // An inventory of 20 MiB and what is sent with it; the proxy would cut a larger body off without a word.
    serverActions: { bodySizeLimit: "22mb" },
    proxyClientMaxBodySize: "22mb",
  },
};

export default config;
