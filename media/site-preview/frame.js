// Runs in the site's page: scrolls to the block under the editor's cursor, tells which one was clicked.
(() => {
  if (parent === window) return;

  /** The node that opens a block, from the comments that the router writes around blocks. */
  const openings = () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    const found = [];
    while (walker.nextNode()) {
      if (walker.currentNode.data.startsWith('kb:')) found.push(walker.currentNode);
    }
    return found;
  };
  const rangeOf = (opening) => {
    const range = document.createRange();
    range.setStartAfter(opening);
    let node = opening.nextSibling;
    const end = `/${opening.data}`;
    while (node && !(node.nodeType === Node.COMMENT_NODE && node.data === end))
      node = node.nextSibling;
    if (node) range.setEndBefore(node);
    else range.setEndAfter(opening.parentNode.lastChild);
    return range;
  };

  addEventListener('message', ({ source, data }) => {
    if (source !== parent || typeof data !== 'object' || data === null) return;
    if (data.kirbyAuthor === 'reload') location.reload();
    if (data.kirbyAuthor === 'mark') {
      const opening = openings().find((one) => one.data === `kb:${data.id}`);
      if (opening === undefined) return;
      const { top, bottom } = rangeOf(opening).getBoundingClientRect();
      const isInView = top >= 0 && bottom <= innerHeight;
      if (!isInView) scrollBy({ top: top - innerHeight / 4, behavior: 'instant' });
    }
  });
  addEventListener('click', ({ target }) => {
    if (!(target instanceof Node)) return;
    // The innermost block is the last that opens before what was clicked and holds it.
    const holding = openings().filter((one) => rangeOf(one).intersectsNode(target));
    const inner = holding.filter((one) => rangeOf(one).comparePoint(target, 0) === 0).at(-1);
    if (inner) parent.postMessage({ kirbyAuthor: 'click', id: inner.data.slice(3) }, '*');
  });
  parent.postMessage({ kirbyAuthor: 'loaded', title: document.title }, '*');
})();
