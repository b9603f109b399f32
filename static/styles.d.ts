/** The build collects the style sheets that a page's scripts import. */
declare module '*.css';
