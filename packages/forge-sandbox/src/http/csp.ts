import type { AppManifest } from '../forge/manifest';

type Permissions = Pick<AppManifest, 'content' | 'external'>;

/**
 * The policy Custom UI runs under, as Forge's CDN sends it, without the addresses of Atlassian's own services.
 * https://developer.atlassian.com/platform/forge/add-content-security-and-egress-controls/
 */
export function contentSecurityPolicy({ content, external }: Permissions): string {
  const from = (kind: string): readonly string[] => external[kind] ?? [];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'frame-ancestors': ["'self'"],
    'frame-src': ["'self'", ...from('frames')],
    'font-src': ["'self'", ...from('fonts')],
    'img-src': ["'self'", 'data:', 'blob:', ...from('images')],
    'media-src': ["'self'", 'data:', 'blob:', ...from('media')],
    'connect-src': ["'self'", ...from('fetch.client')],
    'script-src': ["'self'", ...content.scripts.map(quoted), ...from('scripts')],
    'style-src': ["'self'", ...content.styles.map(quoted), ...from('styles')],
    'form-action': ["'self'"],
    sandbox: [
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-downloads',
      'allow-forms',
      'allow-modals',
      'allow-pointer-lock',
      'allow-same-origin',
      'allow-scripts',
    ],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** Keywords and hashes stand in quotes, schemes such as `blob:` do not. */
function quoted(source: string): string {
  return source.endsWith(':') ? source : `'${source}'`;
}
