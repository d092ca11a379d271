// Draws every model as a PNG: node render.mjs [folder for the pictures] [file.bpmn ...]
// Needs Chromium: `chromium` on the PATH, or its path in the variable CHROMIUM.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const MODELS = resolve(HERE, '../../../bpmn');
const MARGIN = 30;

const out = resolve(process.argv[2] ?? resolve(HERE, '../../../target/diagrams'));
const files = process.argv.length > 3 ? process.argv.slice(3).map((f) => resolve(f)) : allModels();

const work = mkdtempSync(join(tmpdir(), 'plan72-render-'));
try {
  mkdirSync(out, { recursive: true });
  const script = join(work, 'draw.js');
  buildSync({
    stdin: { contents: drawing(), resolveDir: HERE, loader: 'js' },
    bundle: true,
    minify: true,
    outfile: script,
    logLevel: 'error',
  });
  for (const file of files) {
    draw(file, script);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function allModels() {
  return readdirSync(MODELS, { recursive: true })
    .filter((f) => f.endsWith('.bpmn'))
    .map((f) => join(MODELS, f));
}

function drawing() {
  return `import Viewer from 'bpmn-js/lib/Viewer';
    import 'bpmn-js/dist/assets/diagram-js.css';
    import 'bpmn-js/dist/assets/bpmn-js.css';
    const viewer = new Viewer({ container: '#c' });
    viewer.importXML(document.getElementById('xml').textContent).then(() => {
      const canvas = viewer.get('canvas');
      const box = canvas.viewbox().inner;
      canvas.viewbox({ x: box.x - ${MARGIN}, y: box.y - ${MARGIN}, width: innerWidth, height: innerHeight });
    });`;
}

function draw(file, script) {
  const xml = readFileSync(file, 'utf8');
  const { width, height } = extent(xml);
  const page = join(work, 'page.html');
  const css = script.replace(/js$/, 'css');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${pathToFileURL(css)}">
     <style>html,body,#c{margin:0;width:100%;height:100%;font-family:Arial,sans-serif}</style>
     <div id="c"></div><script type="text/xml" id="xml">${xml}</script><script src="${pathToFileURL(script)}"></script>`,
  );
  const picture = join(out, basename(file).replace(/\.bpmn$/, '.png'));
  execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    [
      '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--allow-file-access-from-files',
      '--virtual-time-budget=8000', `--window-size=${width},${height}`, `--screenshot=${picture}`,
      pathToFileURL(page).href,
    ],
    { stdio: 'pipe', timeout: 120000 },
  );
  console.log(picture);
}

/** Size of the drawing in pixels, from the shapes' bounds and the flows' waypoints. */
function extent(xml) {
  const xs = [];
  const ys = [];
  for (const [, x, y, w, h] of xml.matchAll(/<dc:Bounds x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)) {
    xs.push(+x, +x + +w);
    ys.push(+y, +y + +h);
  }
  for (const [, x, y] of xml.matchAll(/<di:waypoint x="([-\d.]+)" y="([-\d.]+)"/g)) {
    xs.push(+x);
    ys.push(+y);
  }
  return {
    width: Math.ceil(Math.max(...xs) - Math.min(...xs)) + 2 * MARGIN + 20,
    height: Math.ceil(Math.max(...ys) - Math.min(...ys)) + 2 * MARGIN + 20,
  };
}
