export { findSources, type FoundSources } from './find-sources';
export { bodyKey, initials, type BodyKey } from './body-name';
export { blockKey, lightFold, nearlySameSound, plainFold, skeleton, soundFold } from './fold';
export { isJunior, nameParts, sameGiven, samePerson } from './person-name';
export { isGivenName } from './lexicon/given-names';
export { ROLES } from './lexicon/roles';
export { slug, uniqueId } from './to-sources';
