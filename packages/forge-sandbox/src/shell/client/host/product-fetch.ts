import { z } from 'zod';

const request = z.object({
  product: z.string(),
  restPath: z.string(),
  fetchRequestInit: z
    .object({
      method: z.string().optional(),
      body: z.string().nullish(),
      headers: z.array(z.tuple([z.string(), z.string()])).default([]),
    })
    .default({ headers: [] }),
});

/**
 * Answers `requestJira`: calls the Jira double as the current person. Throws for other products and for paths
 * outside Jira's REST API, which the real bridge refuses too.
 */
export const fetchProduct = async (
  data: unknown,
  send: (path: string, init: RequestInit) => Promise<Response>,
): Promise<unknown> => {
  const { product, restPath, fetchRequestInit } = request.parse(data);
  if (product !== 'jira') throw new Error(`The stand-in has no ${product}; only requestJira works here.`);
  if (!/^\/rest\//.test(restPath)) throw new Error(`requestJira takes a path under /rest/, not ${restPath}.`);
  const method = fetchRequestInit.method ?? 'GET';
  const response = await send(restPath, {
    method,
    headers: fetchRequestInit.headers,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: fetchRequestInit.body ?? null }),
  });
  return {
    body: await response.text(),
    headers: Object.fromEntries(response.headers.entries()),
    status: response.status,
    statusText: response.statusText,
    isAttachment: false,
  };
};
