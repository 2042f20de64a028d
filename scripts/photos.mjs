// Draws the photographs that the demo's people send (oriel/src/demo/photos/): scenes in SVG, with light and depth, as a
// Chromium renders them. Nobody took them, so nobody holds a right in them. After a change: `. scripts/env && node scripts/photos.mjs`.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const { chromium } = createRequire(new URL("../end2end/package.json", import.meta.url))("playwright");
const WIDTH = 960;
const HEIGHT = 720;

/// What all scenes have: textures, blurs as of a lens, and at the end a vignette.
const scene = (inside) => `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<defs>
  ${[2, 5, 10, 18, 34].map((size) => `<filter id="blur${size}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${size}"/></filter>`).join("")}
  <filter id="plaster" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".011 .014" numOctaves="5" seed="7"/>
    <feDiffuseLighting surfaceScale="5" lighting-color="#fff"><feDistantLight azimuth="225" elevation="62"/></feDiffuseLighting></filter>
  <filter id="stone" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".09 .22" numOctaves="3" seed="11"/>
    <feDiffuseLighting surfaceScale="2.4" lighting-color="#fff"><feDistantLight azimuth="225" elevation="60"/></feDiffuseLighting></filter>
  <filter id="grain-of-wood" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".0035 .11" numOctaves="4" seed="3"/>
    <feColorMatrix values="0 0 0 0 .23  0 0 0 0 .12  0 0 0 0 .05  1.7 0 0 0 -.62"/></filter>
  <radialGradient id="vignette" cx=".5" cy=".47" r=".75"><stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".42"/></radialGradient>
</defs>
${inside}
<rect width="100%" height="100%" fill="url(#vignette)"/>
</svg>`;

const around = (count, draw) => Array.from({ length: count }, (_, nth) => draw((nth * 2 * Math.PI) / count, nth)).join("");
const spot = (x, y, radius, angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)].map((at) => at.toFixed(1));

/// A wheel as one sees it from the side.
function wheel(x, y, radius) {
  const spokes = around(28, (angle, nth) => {
    const [fromX, fromY] = spot(x, y, 13, angle + (nth % 2 ? 1.1 : -1.1));
    const [toX, toY] = spot(x, y, radius - 16, angle);
    return `<path d="M${fromX} ${fromY}L${toX} ${toY}" stroke="#cfd2d4" stroke-width="1.1" opacity=".75"/>`;
  });
  return `<g fill="none">${spokes}
    <circle cx="${x}" cy="${y}" r="${radius - 12}" stroke="#8f9498" stroke-width="7"/>
    <circle cx="${x}" cy="${y}" r="${radius - 15}" stroke="#eceff0" stroke-width="1.6" opacity=".8"/>
    <circle cx="${x}" cy="${y}" r="${radius}" stroke="#211f1e" stroke-width="17"/>
    <circle cx="${x}" cy="${y}" r="${radius + 2}" stroke="#4d4844" stroke-width="4" stroke-dasharray="5 3" opacity=".55"/>
    <path d="M${spot(x, y, radius + 5, -2.6).join(" ")}A${radius + 5} ${radius + 5} 0 0 1 ${spot(x, y, radius + 5, -0.9).join(" ")}" stroke="#8a8178" stroke-width="2.5" opacity=".8"/>
    <circle cx="${x}" cy="${y}" r="11" fill="#5d6265"/><circle cx="${x - 3}" cy="${y - 3}" r="4" fill="#d9dcdd"/></g>`;
}

/// A tube of the frame, with the light along its upper side.
const tube = (path, width, [dark, middle, bright]) =>
  `<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="${path}" stroke="${dark}" stroke-width="${width}"/>
  <path d="${path}" stroke="${middle}" stroke-width="${width * 0.72}" transform="translate(-.8 -1)"/>
  <path d="${path}" stroke="${bright}" stroke-width="${width * 0.2}" transform="translate(-2 -2.6)" opacity=".85"/></g>`;

const TEAL = ["#123c3f", "#1f6a6b", "#9fd8d2"];
const STEEL = ["#55595c", "#a3a8ab", "#f4f6f6"];
const RUBBER = ["#171514", "#2c2927", "#6d6660"];

function bicycle() {
  const [rear, front] = [[300, 498], [668, 498]];
  return `${wheel(...rear, 128)}${wheel(...front, 128)}
    ${tube("M172 470A132 132 0 0 1 330 370", 8, RUBBER)}${tube("M556 424A132 132 0 0 1 762 404", 8, RUBBER)}
    ${tube("M300 498L398 318", 9, TEAL)}${tube("M300 498L438 505", 10, TEAL)}
    ${tube("M438 505L384 286", 15, TEAL)}${tube("M438 505L606 322", 17, TEAL)}${tube("M392 320L598 298", 15, TEAL)}
    ${tube("M588 262L616 350", 18, TEAL)}${tube("M616 350Q632 440 668 498", 12, TEAL)}
    ${tube("M384 286L377 254", 9, STEEL)}
    <path d="M318 252Q322 236 350 238L428 240Q446 242 440 250Q412 254 396 262Q360 272 330 266Q316 262 318 252Z" fill="#5d3318"/>
    <path d="M324 248Q330 240 352 242L424 244" fill="none" stroke="#c08a5a" stroke-width="3" opacity=".8"/>
    ${tube("M588 262L578 226L636 214Q668 210 664 238Q660 252 640 252", 9, STEEL)}
    ${tube("M664 238Q662 254 630 254", 12, ["#3a1f10", "#6b3b1e", "#c08a5a"])}
    ${tube("M232 366L398 352", 6, STEEL)}${tube("M262 369L300 498", 5, STEEL)}
    <g><rect x="196" y="300" width="176" height="64" rx="7" fill="#7a5130"/><rect x="196" y="300" width="176" height="64" rx="7" fill="#000" filter="url(#stone)" opacity=".35" style="mix-blend-mode:multiply"/>
      ${around(9, (_, nth) => `<path d="M${204 + nth * 20} 302V362" stroke="#3d2614" stroke-width="2.5" opacity=".7"/>`)}
      ${[314, 330, 346].map((y) => `<path d="M197 ${y}H371" stroke="#a97a4c" stroke-width="5" opacity=".55"/>`).join("")}
      <path d="M196 303H372" stroke="#d8ab78" stroke-width="5"/>
      <path d="M214 300q10-42 34-30q10-34 38-8q30-22 36 14q24-4 30 24Z" fill="#47632f"/><path d="M226 298q12-30 30-20q14-24 34 0q22-14 30 20Z" fill="#6d8f45"/>
      ${[[236, 274, 8], [268, 262, 9], [304, 268, 8], [334, 282, 7], [284, 284, 6]].map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#e7b64a"/><circle cx="${x - 2}" cy="${y - 2}" r="${r / 2.4}" fill="#fff0c2"/>`).join("")}</g>
    <circle cx="438" cy="505" r="34" fill="none" stroke="#3b3d3f" stroke-width="7"/><circle cx="438" cy="505" r="34" fill="none" stroke="#b9bdbf" stroke-width="2.5" stroke-dasharray="3 4"/>
    ${around(5, (angle) => `<path d="M438 505L${spot(438, 505, 30, angle).join(" ")}" stroke="#808588" stroke-width="5"/>`)}
    <path d="M300 486L438 472M300 510L438 538" stroke="#2b2a29" stroke-width="3" stroke-dasharray="4 2"/>
    ${tube("M438 505L482 566", 8, STEEL)}<rect x="464" y="562" width="48" height="13" rx="4" fill="#1d1b1a"/>
    <circle cx="612" cy="276" r="15" fill="#26282a"/><circle cx="616" cy="275" r="10" fill="#fff4cf"/><circle cx="613" cy="272" r="4" fill="#fff"/>`;
}

const bike = scene(`
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f2cf9c"/><stop offset=".5" stop-color="#e0aa74"/><stop offset="1" stop-color="#b67a52"/></linearGradient>
    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#7d7067"/><stop offset="1" stop-color="#a4968a"/></linearGradient>
    <linearGradient id="door" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#3b5566"/><stop offset="1" stop-color="#27404f"/></linearGradient>
  </defs>
  <rect width="960" height="590" fill="url(#wall)"/>
  <rect width="960" height="590" filter="url(#plaster)" opacity=".5" style="mix-blend-mode:multiply"/>
  <g><rect x="792" y="-10" width="190" height="600" fill="#e9d8c2"/><rect x="812" y="8" width="170" height="582" fill="url(#door)"/>
    ${[40, 320].map((y) => `<rect x="838" y="${y}" width="130" height="230" fill="#1f3441"/><rect x="843" y="${y + 5}" width="130" height="222" fill="#34505f"/>`).join("")}
    <circle cx="830" cy="322" r="9" fill="#e6c67c"/><circle cx="827" cy="319" r="3.5" fill="#fff6da"/></g>
  <rect y="560" width="960" height="34" fill="#84583c"/><rect y="560" width="960" height="4" fill="#c99868" opacity=".8"/>
  <rect y="592" width="960" height="128" fill="url(#ground)"/>
  <rect y="592" width="960" height="128" filter="url(#stone)" opacity=".5" style="mix-blend-mode:multiply"/>
  ${[592, 634, 688].map((y) => `<path d="M0 ${y}H960" stroke="#4c433d" stroke-width="3" opacity=".6"/>`).join("")}
  ${[-60, 130, 330, 520, 720, 920].map((x) => `<path d="M${x + 60} 592L${x - 40} 720" stroke="#4c433d" stroke-width="3" opacity=".5"/>`).join("")}
  <g opacity=".5" fill="#5a2f14" filter="url(#blur10)" transform="translate(0 -10)"><path d="M-40-40L330-40Q300 60 190 120Q90 150-40 130Z"/>
    ${[[60, 190], [140, 150], [250, 90], [310, 40], [210, 170], [100, 240], [30, 260], [360, 10]].map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="46" ry="24" transform="rotate(${(x * 7) % 90} ${x} ${y})"/>`).join("")}</g>
  <g opacity=".36" fill="none" stroke="#4a2410" stroke-width="14" filter="url(#blur5)" transform="translate(56 20)">
    <circle cx="300" cy="490" r="122"/><circle cx="668" cy="490" r="122"/><path d="M300 498L392 318L598 298L438 505L384 286M300 498H438M598 280L668 498M320 252H440M590 230L660 220"/><rect x="196" y="300" width="176" height="64" fill="#4a2410"/></g>
  <g fill="#1e140d" filter="url(#blur10)" opacity=".75"><ellipse cx="316" cy="634" rx="120" ry="10"/><ellipse cx="690" cy="634" rx="120" ry="10"/><ellipse cx="500" cy="640" rx="230" ry="8" opacity=".6"/></g>
  ${bicycle()}
  <path d="M-60-60L560-60L1000 380V480L300-60Z" fill="#fff1cf" opacity=".2" filter="url(#blur34)"/>`);

/// The wheel from near by: tyre, rim, a brake's shoe, and all behind it out of focus.
const brake = scene(`
  <defs>
    <radialGradient id="far" cx=".3" cy=".2" r="1"><stop offset="0" stop-color="#b9cdbb"/><stop offset=".5" stop-color="#5f7d6a"/><stop offset="1" stop-color="#1f3029"/></radialGradient>
    <linearGradient id="rim" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f7f8f8"/><stop offset=".35" stop-color="#8b9194"/><stop offset=".55" stop-color="#dfe2e3"/><stop offset="1" stop-color="#54595c"/></linearGradient>
    <linearGradient id="arm" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#2a2d30"/><stop offset=".35" stop-color="#8b9297"/><stop offset=".5" stop-color="#dfe4e6"/><stop offset="1" stop-color="#34383b"/></linearGradient>
  </defs>
  <rect width="960" height="720" fill="url(#far)"/>
  <g filter="url(#blur34)"><circle cx="170" cy="130" r="90" fill="#e8efcf" opacity=".8"/><circle cx="820" cy="90" r="120" fill="#82a487"/><circle cx="690" cy="250" r="60" fill="#f1e2ae" opacity=".55"/><rect x="0" y="560" width="960" height="200" fill="#3a3029"/><rect x="560" y="330" width="90" height="300" fill="#a8492c" opacity=".8"/></g>
  <g filter="url(#blur18)" opacity=".6"><circle cx="90" cy="330" r="30" fill="#fff6d6"/><circle cx="330" cy="70" r="22" fill="#fff6d6"/><circle cx="905" cy="330" r="34" fill="#ffeec0"/></g>
  <g fill="none" transform="translate(330 980)">
    ${around(36, (angle, nth) => `<path d="M${spot(0, 0, 60, angle + (nth % 2 ? 1.3 : -1.3)).join(" ")}L${spot(0, 0, 650, angle).join(" ")}" stroke="#0b100e" stroke-width="8" opacity=".28" transform="translate(7 9)"/><path d="M${spot(0, 0, 60, angle + (nth % 2 ? 1.3 : -1.3)).join(" ")}L${spot(0, 0, 650, angle).join(" ")}" stroke="#aab0b2" stroke-width="6"/><path d="M${spot(0, 0, 60, angle + (nth % 2 ? 1.3 : -1.3)).join(" ")}L${spot(0, 0, 650, angle).join(" ")}" stroke="#fff" stroke-width="1.8" opacity=".9" transform="translate(-1.4 -1)"/>`)}
    <circle r="742" stroke="#151413" stroke-width="104"/><circle r="768" stroke="#2f2c2a" stroke-width="50" stroke-dasharray="26 9"/><circle r="786" stroke="#5b5650" stroke-width="9" stroke-dasharray="26 9" opacity=".85"/>
    <circle r="716" stroke="#c99a5b" stroke-width="30" opacity=".85"/><circle r="704" stroke="#3a2712" stroke-width="5" opacity=".6"/>
    <circle r="668" stroke="#111" stroke-width="72" opacity=".5" filter="url(#blur5)"/><circle r="668" stroke="url(#rim)" stroke-width="66"/>
    <circle r="690" stroke="#fff" stroke-width="4" opacity=".75"/><circle r="650" stroke="#2b2f31" stroke-width="3" opacity=".5"/>
    <circle r="672" stroke="#3e4345" stroke-width="26" opacity=".3" stroke-dasharray="90 14 40 8"/>
    ${around(36, (angle) => `<circle cx="${spot(0, 0, 640, angle)[0]}" cy="${spot(0, 0, 640, angle)[1]}" r="8" fill="#caa257" stroke="#5a4218" stroke-width="2"/>`)}
  </g>
  <g transform="translate(508 296) rotate(12)">
    <path d="M-46 96Q-30 110 108 108L118 140Q-20 150-58 132Z" fill="#000" opacity=".5" filter="url(#blur10)"/>
    <rect x="-92" y="64" width="214" height="46" rx="12" fill="#1a1a1b"/><rect x="-88" y="67" width="206" height="12" rx="6" fill="#5c5f61" opacity=".8"/><path d="M-70 110v-30M-40 110v-30M-10 110v-30M20 110v-30M50 110v-30M80 110v-30" stroke="#000" stroke-width="5" opacity=".7"/>
    <path d="M-18 70L-8-190Q0-232 44-232Q84-230 82-190L56 70Z" fill="url(#arm)"/><path d="M-4 60L6-186Q12-214 34-216" fill="none" stroke="#fff" stroke-width="3.5" opacity=".6"/>
    <circle cx="20" cy="38" r="27" fill="#17191a"/><circle cx="20" cy="36" r="24" fill="#9aa0a3"/><path d="M20 20l14 8v16l-14 8l-14-8v-16Z" fill="#33373a"/><circle cx="11" cy="26" r="6" fill="#fff" opacity=".7"/>
    <circle cx="38" cy="-186" r="21" fill="#17191a"/><circle cx="38" cy="-188" r="18" fill="#b9bec0"/><circle cx="33" cy="-193" r="6" fill="#fff" opacity=".9"/>
    <path d="M44-230Q170-330 420-340" fill="none" stroke="#0d0d0d" stroke-width="16"/><path d="M44-234Q170-334 420-345" fill="none" stroke="#777" stroke-width="3" opacity=".8"/></g>
  <path d="M-20 720Q420 560 980 690V740H-20Z" fill="#120d09" opacity=".55" filter="url(#blur34)"/>
  <rect width="960" height="720" fill="#ffe2a8" opacity=".08"/>`);

/// A small part on the workshop's bench, beside a cup that somebody has put there.
const bench = scene(`
  <defs>
    <linearGradient id="wood" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8d5c36"/><stop offset="1" stop-color="#d49c66"/></linearGradient>
    <linearGradient id="room" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e6ecec"/><stop offset=".45" stop-color="#93a3a6"/><stop offset="1" stop-color="#37474b"/></linearGradient>
    <linearGradient id="cup" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#fffdf8"/><stop offset=".45" stop-color="#f1eadf"/><stop offset="1" stop-color="#a89b8b"/></linearGradient>
    <linearGradient id="case" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#5a6064"/><stop offset=".5" stop-color="#2a2e31"/><stop offset="1" stop-color="#15181a"/></linearGradient>
    <linearGradient id="brass" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff1c4"/><stop offset=".5" stop-color="#c99b46"/><stop offset="1" stop-color="#6f4d16"/></linearGradient>
  </defs>
  <rect width="960" height="330" fill="url(#room)"/>
  <g filter="url(#blur18)"><rect x="60" y="-30" width="250" height="250" fill="#fdfefb"/><rect x="178" y="-30" width="12" height="250" fill="#8ea0a2"/><rect x="60" y="92" width="250" height="10" fill="#8ea0a2"/>
    <rect x="520" y="60" width="420" height="14" fill="#2c2018"/>${[[560, 40, 90], [610, 24, 130], [680, 34, 70], [740, 46, 150], [820, 30, 100], [880, 40, 60]].map(([x, w, h]) => `<rect x="${x}" y="70" width="${w * 0.5}" height="${h}" rx="8" fill="${x % 3 ? "#b4512f" : "#d4a437"}"/>`).join("")}<circle cx="430" cy="150" r="60" fill="none" stroke="#22282a" stroke-width="13"/></g>
  <rect y="318" width="960" height="402" fill="url(#wood)"/><rect y="318" width="960" height="402" filter="url(#grain-of-wood)" opacity=".85"/>
  ${[404, 540].map((y) => `<path d="M0 ${y}H960" stroke="#3a2010" stroke-width="4" opacity=".65"/><path d="M0 ${y + 4}H960" stroke="#f2c795" stroke-width="2" opacity=".45"/>`).join("")}
  <path d="M0 318H960V338H0Z" fill="#f9dcb0" opacity=".45" filter="url(#blur5)"/><path d="M80 330L420 330L760 720L300 720Z" fill="#fff3d6" opacity=".3" filter="url(#blur18)"/>
  <g transform="translate(130 232)"><ellipse cx="150" cy="214" rx="190" ry="26" fill="#1d0f06" opacity=".6" filter="url(#blur10)" transform="translate(46 0)"/>
    <path d="M172 70Q250 62 246 116Q240 168 160 160" fill="none" stroke="#c9bfb0" stroke-width="21"/><path d="M172 68Q246 62 242 114" fill="none" stroke="#fff" stroke-width="5" opacity=".75"/>
    <path d="M0 36Q4 176 34 206Q90 228 146 206Q176 176 180 36Z" fill="url(#cup)"/><ellipse cx="90" cy="36" rx="90" ry="21" fill="#f7f1e6"/><ellipse cx="90" cy="38" rx="79" ry="16" fill="#2e1a0d"/><path d="M30 36Q90 50 140 33" fill="none" stroke="#8a5a33" stroke-width="5" opacity=".8"/>
    <path d="M8 112Q90 134 174 112L172 132Q90 154 10 132Z" fill="#1f6a6b" opacity=".9"/>
    <g fill="none" stroke="#fff" stroke-width="11" opacity=".28" filter="url(#blur5)"><path d="M66 18q-22-40 4-70t-2-66M112 14q22-36-2-66t8-60"/></g></g>
  <g transform="translate(470 428) rotate(-9)"><path d="M-10 126L330 120L352 168L0 186Z" fill="#1d0f06" opacity=".65" filter="url(#blur10)"/>
    <rect x="0" y="0" width="330" height="150" rx="38" fill="url(#case)"/><rect x="5" y="4" width="320" height="60" rx="34" fill="#fff" opacity=".12"/><path d="M34 7H296" stroke="#fff" stroke-width="3" opacity=".5"/>
    <rect x="28" y="26" width="150" height="98" rx="12" fill="#0c1416"/><rect x="33" y="31" width="140" height="88" rx="9" fill="#123238"/><path d="M33 40Q90 110 172 62V31H33Z" fill="#5fa7a6" opacity=".32"/>
    <text x="50" y="92" font-family="monospace" font-size="46" font-weight="700" fill="#bdf4ea">87</text><text x="112" y="92" font-family="monospace" font-size="22" fill="#bdf4ea">km</text><rect x="50" y="102" width="92" height="6" rx="3" fill="#2b5a5c"/><rect x="50" y="102" width="66" height="6" rx="3" fill="#58dfae"/>
    ${[[222, 44], [282, 44], [222, 106], [282, 106]].map(([x, y], nth) => `<circle cx="${x}" cy="${y}" r="23" fill="#0f1213"/><circle cx="${x - 1}" cy="${y - 2}" r="20" fill="${nth === 3 ? "#b8452b" : "#43494d"}"/><ellipse cx="${x - 5}" cy="${y - 9}" rx="9" ry="5" fill="#fff" opacity=".35"/>`).join("")}</g>
  <g transform="translate(330 596) rotate(16)"><ellipse cx="96" cy="36" rx="130" ry="14" fill="#1d0f06" opacity=".55" filter="url(#blur5)"/><circle cx="30" cy="20" r="34" fill="none" stroke="url(#brass)" stroke-width="15"/><path d="M62 14H206v20h-14v15h-16V34h-14v11h-16V34H62Z" fill="url(#brass)"/><path d="M64 16H204" stroke="#fffbe8" stroke-width="3"/></g>
  <path d="M960 720H520Q760 650 960 560Z" fill="#1b0d05" opacity=".5" filter="url(#blur34)"/>`);

const browser = await chromium.launch({ executablePath: process.env.ORIEL_CHROMIUM || undefined, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
for (const [name, drawn] of Object.entries({ bike, brake, bench })) {
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawn}`);
  const path = fileURLToPath(new URL(`../oriel/src/demo/photos/${name}.jpg`, import.meta.url));
  await page.screenshot({ path, type: "jpeg", quality: 68 });
}
await browser.close();
