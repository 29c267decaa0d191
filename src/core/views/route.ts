/** A page to build, as Astro's `getStaticPaths` wants it. Params are unencoded. */
export interface Route<Params extends string, Props> {
  params: Record<Params, string | undefined>;
  props: Props;
  /** Stand for all that the page shows besides its frame; absent where it is simpler to make the page and see. */
  key?: () => string;
}
