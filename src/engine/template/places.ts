/** The files and folders of the repository that belong to the newsroom. Releases of Rooznegar never change them. */
export const newsroomPlaces: readonly string[] = [
  'content',
  'public',
  'src/config.ts',
  'src/own',
  'src/styles/own.css',
];

/** Files of Rooznegar within {@link newsroomPlaces}: the font, which `npm run font` makes. */
export const exceptions: readonly string[] = ['public/fonts/vazirmatn.woff2', 'public/fonts/OFL.txt'];

/** List those of some changed files that belong to the newsroom. Paths start at the root of the repository. */
export function changedPlaces(files: readonly string[]): string[] {
  const isOwn = (file: string): boolean =>
    newsroomPlaces.some((place) => file === place || file.startsWith(`${place}/`));
  return files.filter((file) => isOwn(file) && !exceptions.includes(file));
}
