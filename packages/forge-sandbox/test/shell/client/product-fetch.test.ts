import { fetchProduct } from '../../../src/shell/client/host/product-fetch';

const send = jest.fn(() => Promise.resolve(new Response('ok')));
beforeEach(() => send.mockClear());

test('other products and paths outside the REST API are refused before anything is sent', async () => {
  await expect(fetchProduct({ product: 'confluence', restPath: '/wiki' }, send)).rejects.toThrow(
    'no confluence',
  );
  await expect(fetchProduct({ product: 'jira', restPath: '/sandbox/reset' }, send)).rejects.toThrow(
    'under /rest/',
  );
  await expect(fetchProduct({ product: 'jira', restPath: 'https://x.test/rest/' }, send)).rejects.toThrow(
    'under /rest/',
  );
  expect(send).not.toHaveBeenCalled();
});

test('a GET has no body', async () => {
  await fetchProduct(
    { product: 'jira', restPath: '/rest/api/3/myself', fetchRequestInit: { body: null } },
    send,
  );
  expect(send).toHaveBeenCalledWith('/rest/api/3/myself', { method: 'GET', headers: [] });
});
