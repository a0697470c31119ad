/**
 * Starts a side: its texts, its shell and its routes. What keeps it from starting is said in words, in the page.
 *
 *     start(() => import('./portal.js'));
 */
export async function start(side) {
  try {
    await side();
  } catch (error) {
    console.error(error);
    const message = document.createElement('p');
    message.className = 'stopped';
    message.setAttribute('role', 'alert');
    message.textContent = navigator.language.startsWith('de')
      ? 'Diese Seite kann gerade nicht geladen werden. Bitte laden Sie sie in einem Augenblick neu.'
      : 'This page cannot be loaded right now. Please reload it in a moment.';
    document.body.append(message);
  }
}
