/** A page to build, in the shape of Astro's `getStaticPaths`. Params are unencoded. */
export interface Route<Params extends string, Props> {
  params: Record<Params, string | undefined>;
  props: Props;
  /** Fingerprint of everything the page shows besides its frame; absent where rendering and comparing is simpler. */
  key?: () => string;
}
