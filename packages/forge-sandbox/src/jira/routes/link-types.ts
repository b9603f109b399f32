import { z } from 'zod';
import { badRequest, mustAuthenticate, notFound } from '../errors';
import type { LinkType } from '../model/types';
import { linkWords } from '../names';
import { created, noContent, ok, parseBody, type Call, type Operation } from '../operation';
import { canBrowse, canGlobally } from '../permissions';
import { linkTypeDetails } from '../render/things';

const reading = ['read:jira-work'];
const managing = ['manage:jira-configuration'];

const linkType = z.strictObject({
  id: z.string().optional(),
  self: z.string().optional(),
  name: z.string().optional(),
  inward: z.string().optional(),
  outward: z.string().optional(),
});

/** Who may not administer learns no more than that there is nothing here. */
function requireAdministrator(call: Call): void {
  if (!call.viewer.user) throw mustAuthenticate();
  if (!canGlobally(call.viewer, 'ADMINISTER'))
    throw notFound('You do not have permission to administer issue link types.');
}

function requireBrowsing({ site, viewer }: Call): void {
  if (viewer.actor.kind === 'site') return;
  if (![...site.store.projects.values()].some((project) => canBrowse(viewer, project)))
    throw notFound('No issue link types are there for you.');
}

function typeOf({ site, params }: Call): LinkType {
  const id = params['issueLinkTypeId'] ?? '';
  if (!/^\d+$/.test(id)) throw badRequest(`The issue link type id '${id}' is not valid.`);
  const type = site.store.linkTypes.get(id);
  if (!type) throw notFound(`No issue link type with id '${id}' exists.`);
  return type;
}

function checkName({ site }: Call, name: string, own?: LinkType): void {
  if (name.trim() === '') throw badRequest('The name of an issue link type must not be empty.');
  for (const other of site.store.linkTypes.values()) {
    if (other.id !== own?.id && other.name.toLowerCase() === name.toLowerCase())
      throw notFound(`An issue link type with the name '${name}' exists already.`);
  }
}

export const linkTypeRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/issueLinkType',
    scopes: reading,
    query: [],
    run(call) {
      const { site, viewer } = call;
      requireBrowsing(call);
      const all = [...site.store.linkTypes.values()];
      return ok({ issueLinkTypes: all.map((type) => linkTypeDetails(site, viewer, type)) });
    },
  },
  {
    method: 'GET',
    path: '/issueLinkType/{issueLinkTypeId}',
    scopes: reading,
    query: [],
    run(call) {
      requireBrowsing(call);
      return ok(linkTypeDetails(call.site, call.viewer, typeOf(call)));
    },
  },
  {
    method: 'POST',
    path: '/issueLinkType',
    scopes: managing,
    query: [],
    run(call) {
      requireAdministrator(call);
      const { site, viewer } = call;
      const { name, inward, outward } = parseBody(linkType, call.body);
      if (name === undefined || inward === undefined || outward === undefined)
        throw badRequest('An issue link type needs a name, an inward and an outward description.');
      checkName(call, name);
      const type: LinkType = { id: site.store.nextId('linktype'), name, inward, outward, renamed: true };
      site.store.linkTypes.set(type.id, type);
      return created(linkTypeDetails(site, viewer, type));
    },
  },
  {
    method: 'PUT',
    path: '/issueLinkType/{issueLinkTypeId}',
    scopes: managing,
    query: [],
    run(call) {
      requireAdministrator(call);
      const { site, viewer } = call;
      const type = typeOf(call);
      const body = parseBody(linkType, call.body);
      const shown = linkWords(type, viewer.language);
      // A client that sends back the words it was shown has renamed nothing.
      const part = (end: 'name' | 'inward' | 'outward'): string =>
        body[end] === undefined || body[end] === shown[end] ? type[end] : body[end];
      const words = { name: part('name'), inward: part('inward'), outward: part('outward') };
      checkName(call, words.name, type);
      const same = words.name === type.name && words.inward === type.inward && words.outward === type.outward;
      const next: LinkType = same ? type : { id: type.id, ...words, renamed: true };
      site.store.linkTypes.set(type.id, next);
      site.store.revision += 1;
      return ok(linkTypeDetails(site, viewer, next));
    },
  },
  {
    method: 'DELETE',
    path: '/issueLinkType/{issueLinkTypeId}',
    scopes: managing,
    query: [],
    run(call) {
      requireAdministrator(call);
      const { store } = call.site;
      const type = typeOf(call);
      // Its links go with it, without a line in any history.
      for (const link of [...store.links.values()]) if (link.typeId === type.id) store.removeLink(link);
      store.linkTypes.delete(type.id);
      store.revision += 1;
      return noContent();
    },
  },
];
