/** What the bridge in the iframe posts to the shell, together with one end of a message channel. */
export const HANDSHAKE = 'sandbox:bridge:connect';

/** Commands between bridge and shell that Forge's own bridge does not have. */
export const RESIZE = 'sandbox:resize';
export const THEME_CHANGED = 'sandbox:themeChanged';
