import { receivePages } from './build/handoff.ts';

/** The finished site, and the pages of it that are wanted. Pages import them from here and from nowhere else. */
export const { site, routes } = receivePages();
