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

/** Return whether a file belongs to the newsroom. @param path From the root of the repository, with `/`. */
export function isNewsroomFile(path: string): boolean {
  return newsroomPlaces.some((place) => path === place || path.startsWith(`${place}/`)) && !exceptions.includes(path);
}
