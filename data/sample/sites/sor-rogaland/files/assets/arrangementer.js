// Henter flere arrangementer og legger dem sist i lista.
const list = document.querySelector('#arrangementer');
const button = document.querySelector('#vis-flere');

button.addEventListener('click', async () => {
  button.disabled = true;
  const answer = await fetch(button.dataset.next);
  const { arrangementer, neste } = await answer.json();
  for (const { dato, tittel, adresse, ingress } of arrangementer) {
    const card = document.createElement('li');
    const link = document.createElement('a');
    link.href = adresse;
    link.textContent = tittel;
    const text = document.createElement('p');
    text.textContent = ingress;
    card.append(`${dato} `, link, text);
    list.append(card);
  }
  if (!neste) return button.remove();
  button.dataset.next = neste;
  button.disabled = false;
});
