import Button from '@atlaskit/button/default/button';
import { router } from '@forge/bridge';
import { Text } from '../ui/text';
import { SITE_CHECK_PATH } from './site-check/place';

const open = () =>
  void router
    .navigate({ target: 'module', moduleKey: 'site-policy', path: SITE_CHECK_PATH })
    .catch(() => undefined);

/** The way from the site's policy to the check of the site. */
export const SiteCheckLink = () => (
  <div>
    <Button spacing="compact" onClick={open}>
      <Text id="policy.siteCheckOpen" />
    </Button>
  </div>
);
