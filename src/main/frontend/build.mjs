// Bundles the browser code: node build.mjs <folder>. Installs and bundles only what changed since the last run.
// Also copies the fonts that are embedded in PDF files to ../../fonts seen from that folder (off the web root).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = resolve(process.argv[2] ?? join(HERE, "../../../target/classes/static/assets"));
const STAMPS = join(HERE, "node_modules", ".plan72.json");
const BUNDLES = {
  viewer: "viewer/viewer.js",
  "modeller-bpmn": "modeller/bpmn/modeller-bpmn.js",
  "modeller-dmn": "modeller/dmn/modeller-dmn.js",
  "modeller-form": "modeller/form/modeller-form.js",
  "modeller-diff": "modeller/diff/modeller-diff.js",
};
const FOLDERS = ["viewer", "modeller"];
const RESULTS = Object.keys(BUNDLES).flatMap((name) => [`${name}.js`, `${name}.css`]);

const FONTS = join(OUT, "../../fonts");
const FONT_PACKAGE = join(HERE, "node_modules/@expo-google-fonts/tinos");
const FONT_FILES = {
  "400Regular/Tinos_400Regular.ttf": "Tinos-Regular.ttf",
  "400Regular_Italic/Tinos_400Regular_Italic.ttf": "Tinos-Italic.ttf",
  "700Bold/Tinos_700Bold.ttf": "Tinos-Bold.ttf",
  "700Bold_Italic/Tinos_700Bold_Italic.ttf": "Tinos-BoldItalic.ttf",
  LICENSE_FONT: "OFL.txt",
};

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
const results = [
  ...RESULTS.map((file) => join(OUT, file)),
  ...Object.values(FONT_FILES).map((file) => join(FONTS, file)),
];
if (stamps.built[OUT] !== inputs || results.some((file) => !existsSync(file))) {
  const { build } = await import("esbuild");
  const { vietnamese } = await import("./modeller/words.mjs");
  mkdirSync(OUT, { recursive: true });
  const { "modeller-bpmn": processes, ...others } = BUNDLES;
  const bundle = (entryPoints, ...plugins) =>
    build({
      absWorkingDir: HERE,
      entryPoints,
      outdir: OUT,
      bundle: true,
      minify: true,
      format: "iife",
      target: ["es2020"],
      charset: "utf8",
      loader: { ".woff2": "dataurl" },
      legalComments: "linked",
      logLevel: "warning",
      plugins: [vietnamese(), onePreact(), oneFont(), ...plugins],
    });
  await Promise.all([bundle(others), bundle({ "modeller-bpmn": processes }, withoutCodeEditor())]);
  mkdirSync(FONTS, { recursive: true });
  for (const [from, to] of Object.entries(FONT_FILES)) {
    copyFileSync(join(FONT_PACKAGE, from), join(FONTS, to));
  }
  stamps.built[OUT] = inputs;
  console.log(`frontend: bundled ${Object.keys(BUNDLES).join(", ")}`);
}
writeFileSync(STAMPS, JSON.stringify(stamps));

/** Two of form-js's packages bring their own copy of preact, whose hooks would not find each other. */
function onePreact() {
  return {
    name: "one-preact",
    setup(build) {
      build.onResolve({ filter: /^preact(\/.*)?$/ }, ({ path, kind, pluginData }) =>
        pluginData === "again" ? null : build.resolve(path, { resolveDir: HERE, kind, pluginData: "again" }),
      );
    },
  };
}

/** Icon fonts in the one format that every browser of the last ten years reads. */
function oneFont() {
  return {
    name: "one-font",
    setup(build) {
      build.onLoad({ filter: /(bpmn|dmn)-font[\\/]css[\\/](bpmn|dmn)\.css$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(
          /src: url\('\.\.\/font\/(bpmn|dmn)\.eot[^;]*;\s*src:[^;]*;/,
          "src: url('../font/$1.woff2') format('woff2');",
        ),
        loader: "css",
      }));
    },
  };
}

/** The editor of processes shows no code editor; see modeller/bpmn/unused.js. */
function withoutCodeEditor() {
  return {
    name: "without-code-editor",
    setup(build) {
      const filter = /^@(codemirror\/.*|bpmn-io\/(feel-editor|feelers-editor|extract-process-variables.*))$/;
      build.onResolve({ filter }, () => ({ path: join(HERE, "modeller/bpmn/unused.js") }));
    },
  };
}

function sources() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(HERE, folder), { recursive: true })
      .filter((file) => /\.(m?js|css)$/.test(file))
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
