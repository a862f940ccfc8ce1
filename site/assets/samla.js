// The site works without this file. It adds two things: a warning when the data have become old, and copy buttons.
(() => {
  const { asOf, stale, copy, copied } = document.body.dataset;
  const limit = 36;

  const hours = asOf ? Math.floor((Date.now() - Date.parse(asOf)) / 3_600_000) : 0;
  if (stale && hours > limit) {
    const warning = document.createElement('p');
    warning.className = 'strip strip-stale';
    warning.textContent = stale.replace('{hours}', String(hours));
    document.querySelector('.notices')?.append(warning);
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
