import { findDamaged, type PublishedPlace } from './published-files.ts';

export default (place: PublishedPlace): string[] | undefined => findDamaged(place);
