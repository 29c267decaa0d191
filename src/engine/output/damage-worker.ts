import { findModifiedOutputs, type PublishedPlace } from './published-files.ts';

export default (place: PublishedPlace): string[] | undefined => findModifiedOutputs(place);
