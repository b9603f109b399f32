import { z } from 'zod';
import { readAdf } from '../adf';
import { addComment } from '../comments';
import { badFields, badRequest, forbidden, notFound } from '../errors';
import { emitLink } from '../events';
import { issueStub } from '../fields/write';
import { recordBoth } from '../link-history';
import type { Issue, Link, LinkType } from '../model/types';
import { callings, linkWords } from '../names';
import { noContent, ok, parseBody, visibleIssue, type Call, type Operation } from '../operation';
import { can, canSee } from '../permissions';
import { linkTypeDetails } from '../render/things';

const issueRef = z.object({ id: z.coerce.string().optional(), key: z.string().optional() });

const linkBody = z.strictObject({
  type: z.object({ id: z.coerce.string().optional(), name: z.string().optional() }),
  inwardIssue: issueRef,
  outwardIssue: issueRef,
  comment: z.object({ body: z.unknown() }).optional(),
});

function requireLinking(call: Call, issue: Issue): void {
  if (can(call.viewer, 'LINK_ISSUES', call.site.store.projectOf(issue), issue)) return;
  throw forbidden(`You do not have permission to link issues in the project of ${issue.key}.`);
}

/** The link and both its ends, if the viewer may see them all. */
function visibleLink(call: Call): { link: Link; type: LinkType; source: Issue; destination: Issue } {
  const { site, viewer } = call;
  const id = call.params['linkId'] ?? '';
  const link = site.store.links.get(id);
  const type = site.store.linkTypes.get(link?.typeId ?? '');
  const source = site.store.issues.get(link?.sourceId ?? '');
  const destination = site.store.issues.get(link?.destinationId ?? '');
  if (
    !link ||
    !type ||
    !source ||
    !destination ||
    !canSee(site, viewer, source) ||
    !canSee(site, viewer, destination)
  ) {
    throw notFound(`No issue link with id '${id}' exists.`);
  }
  return { link, type, source, destination };
}

export const linkRoutes: readonly Operation[] = [
  {
    method: 'POST',
    path: '/issueLink',
    scopes: ['write:jira-work'],
    query: [],
    run(call) {
      const { site, viewer } = call;
      const body = parseBody(linkBody, call.body);
      const { id: typeId, name: typeName } = body.type;
      const type = [...site.store.linkTypes.values()].find(
        (one) =>
          one.id === typeId ||
          (typeName !== undefined &&
            callings(one.name, linkWords(one, viewer.language).name).includes(typeName)),
      );
      if (!type)
        throw notFound(`No issue link type with name '${body.type.name ?? body.type.id ?? ''}' found.`);
      // The inward issue is where the link starts: it reads the outward words ("blocks").
      const source = visibleIssue(call, body.inwardIssue.key ?? body.inwardIssue.id ?? '');
      const destination = visibleIssue(call, body.outwardIssue.key ?? body.outwardIssue.id ?? '');
      requireLinking(call, source);
      if (source === destination) throw badRequest('You cannot link an issue to itself.');
      const document = body.comment === undefined ? undefined : readAdf(body.comment.body);
      if (body.comment !== undefined && !document) throw badFields({ comment: 'Comment body is not valid!' });
      const twin = [...site.store.linksFor(source)].some(
        (one) => one.typeId === type.id && one.sourceId === source.id && one.destinationId === destination.id,
      );
      // Linking twice changes nothing and is no error.
      if (!twin) {
        const link: Link = {
          id: site.store.nextId('link'),
          typeId: type.id,
          sourceId: source.id,
          destinationId: destination.id,
        };
        site.store.addLink(link);
        recordBoth(site, viewer, type, [source, destination], true);
        emitLink(site, viewer, 'created', link);
      }
      if (document) addComment(site, viewer, source, document);
      return { status: 201 };
    },
  },
  {
    method: 'GET',
    path: '/issueLink/{linkId}',
    scopes: ['read:jira-work'],
    query: [],
    run(call) {
      const { link, type, source, destination } = visibleLink(call);
      return ok({
        id: link.id,
        self: `${call.site.baseUrl()}/rest/api/3/issueLink/${link.id}`,
        type: linkTypeDetails(call.site, call.viewer, type),
        inwardIssue: issueStub(call.site, call.viewer, source.id),
        outwardIssue: issueStub(call.site, call.viewer, destination.id),
      });
    },
  },
  {
    method: 'DELETE',
    path: '/issueLink/{linkId}',
    scopes: ['write:jira-work'],
    query: [],
    run(call) {
      const { link, type, source, destination } = visibleLink(call);
      requireLinking(call, source);
      call.site.store.removeLink(link);
      recordBoth(call.site, call.viewer, type, [source, destination], false);
      emitLink(call.site, call.viewer, 'deleted', link);
      return noContent();
    },
  },
];
