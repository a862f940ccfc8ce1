// The site works without this file. It adds two things: a warning when the data have become old, and copy buttons.
(() => {
  const { asOf, freshness, stale, copy, copied } = document.body.dataset;
  const limit = 36;
  const hoursSince = (moment) => Math.floor((Date.now() - Date.parse(moment)) / 3_600_000);

  const warn = (hours) => {
    if (!(hours > limit)) return;
    const warning = document.createElement('p');
    warning.className = 'strip strip-stale';
    warning.textContent = stale.replace('{hours}', String(hours));
    document.querySelector('.notices')?.append(warning);
  };

  // Pages stand still while sources bring nothing new: before they are called old, ask when the sources were last read.
  if (stale && hoursSince(asOf) > limit) {
    const asked = freshness ? fetch(freshness, { cache: 'no-cache' }) : Promise.reject(new Error('not known'));
    asked
      .then((answer) => (answer.ok ? answer.json() : {}))
      .catch(() => ({}))
      .then(({ readAt }) => warn(hoursSince(readAt > asOf ? readAt : asOf)));
  }

  for (const address of document.querySelectorAll('[data-address]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = copy ?? '';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(address.dataset.address);
      button.textContent = copied ?? '';
    });
    address.after(' ', button);
  }
})();
