// Bundles the browser code: node build.mjs <folder>. Installs and bundles only what changed since the last run.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = resolve(process.argv[2] ?? join(HERE, "../../../target/classes/static/assets"));
const STAMPS = join(HERE, "node_modules", ".plan72.json");
const BUNDLES = { viewer: "viewer/viewer.js" };
const RESULTS = Object.keys(BUNDLES).flatMap((name) => [`${name}.js`, `${name}.css`]);

const stamps = existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, "utf8")) : { built: {} };

const lock = hash(["package.json", "package-lock.json", ".npmrc"]);
if (stamps.lock !== lock || !existsSync(join(HERE, "node_modules", "esbuild"))) {
  console.log("frontend: npm ci");
  const windows = process.platform === "win32";
  const npm = windows ? "npm.cmd" : "npm";
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  execFileSync(npm, flags, { cwd: HERE, stdio: "inherit", shell: windows });
  stamps.lock = lock;
  stamps.built = {};
}

const inputs = hash(["build.mjs", "package-lock.json", ...sources()]);
if (stamps.built[OUT] !== inputs || RESULTS.some((file) => !existsSync(join(OUT, file)))) {
  const { build } = await import("esbuild");
  mkdirSync(OUT, { recursive: true });
  await build({
    absWorkingDir: HERE,
    entryPoints: BUNDLES,
    outdir: OUT,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2020"],
    charset: "utf8",
    legalComments: "linked",
    logLevel: "warning",
  });
  stamps.built[OUT] = inputs;
  console.log(`frontend: bundled ${Object.keys(BUNDLES).join(", ")}`);
}
writeFileSync(STAMPS, JSON.stringify(stamps));

function sources() {
  const folders = [...new Set(Object.values(BUNDLES).map((entry) => dirname(entry)))];
  return folders.flatMap((folder) =>
    readdirSync(join(HERE, folder), { recursive: true })
      .filter((file) => /\.(js|css)$/.test(file))
      .map((file) => join(folder, file))
      .sort(),
  );
}

function hash(files) {
  const sum = createHash("sha256");
  for (const file of files) {
    sum.update(file.replaceAll("\\", "/")).update("\0").update(readFileSync(join(HERE, file))).update("\0");
  }
  return sum.digest("hex");
}
