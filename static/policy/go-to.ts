/** A button that leads to a part of this page, and puts the focus there. */
export const goTo = (id: string) => () => {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
};
