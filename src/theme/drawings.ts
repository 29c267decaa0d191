/** Size of all drawings, in pixels. */
export const pictureSize = { width: 1600, height: 900 };

const sky = '<rect width="1600" height="900" fill="';
const drawings = {
  river: `${sky}#f1d9b5"/><circle cx="1180" cy="330" r="130" fill="#e2703a"/><path d="M0 480 400 330 760 470 1120 360 1600 500V900H0Z" fill="#7d6b91"/><path d="M0 620C400 540 700 700 1600 590V900H0Z" fill="#33658a"/>`,
  mountain: `${sky}#dfe7ee"/><path d="M0 900 520 210 830 620 1080 350 1600 900Z" fill="#6d7f8f"/><path d="M520 210 400 370 480 350 540 400 640 370Z" fill="#fff"/>`,
  city: `${sky}#f4ede0"/><path d="M100 900V420H300V900ZM340 900V280H560V900ZM600 900V520H860V900ZM900 900V200H1080V900ZM1120 900V460H1480V900Z" fill="#546a76"/>`,
  chart: `${sky}#fbf8f1"/><path d="M200 760V520H380V760ZM480 760V440H660V760ZM760 760V350H940V760ZM1040 760V480H1220V760Z" fill="#1c5a8a"/><path d="M140 780H1420" stroke="#1d1b18" stroke-width="12"/>`,
  night: `${sky}#14213d"/><g fill="#fca311"><circle cx="300" cy="200" r="9"/><circle cx="700" cy="320" r="14"/><circle cx="1100" cy="180" r="10"/><circle cx="1350" cy="400" r="12"/><circle cx="480" cy="480" r="8"/></g><path d="M0 900 500 640 900 780 1600 600V900Z" fill="#0b132b"/>`,
  field: `${sky}#5b8c3a"/><g fill="none" stroke="#fff" stroke-width="10"><path d="M100 100H1500V800H100ZM800 100V800"/><circle cx="800" cy="450" r="140"/></g>`,
  bridge: `${sky}#cfe3e8"/><path d="M0 560H1600V620H0ZM200 620C300 480 500 480 600 620ZM700 620C800 480 1000 480 1100 620Z" fill="#8a5200"/><path d="M0 720H1600V900H0Z" fill="#33658a"/>`,
  portrait: `${sky}#e6ddd0"/><circle cx="800" cy="360" r="190" fill="#8a5a44"/><path d="M420 900C440 640 1160 640 1180 900Z" fill="#3f6a1a"/>`,
} as const;

/** Names of the drawings used in place of photos. */
export const pictureNames: readonly string[] = Object.keys(drawings);

/** Draw a picture as SVG. @returns `undefined` if there is none of this name. */
export function drawPicture(name: string): string | undefined {
  if (!Object.hasOwn(drawings, name)) return undefined;
  const { width, height } = pictureSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawings[name as keyof typeof drawings]}</svg>`;
}
