export { joinSources } from './join-sources';
export type { ArticleSources, Entities, Entity, EntityMember, NameAliases } from './model';
