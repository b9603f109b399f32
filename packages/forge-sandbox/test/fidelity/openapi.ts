import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema: schema.optional() }));

const operation = z.object({
  responses: z.record(z.string(), z.object({ content: content.optional() })),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
});

const description = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

export type Described = z.infer<typeof operation>;

/** Atlassian's description of Jira Cloud, able to judge answers. */
export class Description {
  private readonly document: z.infer<typeof description>;
  private readonly ajv: Ajv;
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(path: string) {
    this.document = description.parse(JSON.parse(readFileSync(path, 'utf8')));
    this.allowEmptyEnds();
    this.ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: 'jira', components: this.document.components });
  }

  /** The operation at a path template below `/rest/api/3`; undefined when Atlassian describes none. */
  operation(method: string, template: string): Described | undefined {
    const found = this.document.paths[`/rest/api/3${template}`]?.[method.toLowerCase()];
    return found === undefined ? undefined : operation.parse(found);
  }

  /** Method and path template below `/rest/api/3` of everything that is described. */
  operations(): readonly { readonly method: string; readonly path: string }[] {
    const verbs = ['get', 'post', 'put', 'delete'];
    return Object.entries(this.document.paths)
      .filter(([path]) => path.startsWith('/rest/api/3/'))
      .flatMap(([path, item]) =>
        verbs
          .filter((verb) => verb in item)
          .map((verb) => ({ method: verb.toUpperCase(), path: path.slice('/rest/api/3'.length) })),
      );
  }

  /** What Atlassian's schema holds against an answer; an empty list when it is as described. */
  complaints(method: string, template: string, status: number, body: unknown): string[] {
    const described = this.operation(method, template);
    if (!described) return [`${method} ${template} is not described`];
    const response = described.responses[String(status)];
    if (!response) return [`${method} ${template} never answers ${status}`];
    const wanted = Object.values(response.content ?? {})[0]?.schema;
    // The bulk resources word their refusals in a shape of their own; all others mean the collection of errors.
    if (status >= 400 && !template.startsWith('/bulk/'))
      return this.validate(`error ${status}`, { $ref: 'jira#/components/schemas/ErrorCollection' }, body);
    if (!wanted || Object.keys(wanted).length === 0) return [];
    return this.validate(`${method} ${template} ${status}`, absolute(wanted), body);
  }

  /** Jira writes null where a change starts or ends with nothing; its description says only that these are strings. */
  private allowEmptyEnds(): void {
    const end = { type: ['string', 'null'] };
    const properties = schema.parse(this.document.components.schemas['ChangeDetails']?.['properties']);
    for (const name of ['from', 'fromString', 'to', 'toString']) properties[name] = end;
    this.document.components.schemas['ChangeDetails'] = {
      type: 'object',
      additionalProperties: false,
      properties,
    };
  }

  private validate(name: string, wanted: Record<string, unknown>, body: unknown): string[] {
    const known = this.compiled.get(name) ?? this.ajv.compile(wanted);
    this.compiled.set(name, known);
    if (known(body)) return [];
    return (known.errors ?? []).map(
      (error) => `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
    );
  }
}

/** References in the description are relative to it; ours start at its id. */
function absolute(value: Record<string, unknown>): Record<string, unknown> {
  return schema.parse(JSON.parse(JSON.stringify(value).replaceAll('"#/components', '"jira#/components')));
}
