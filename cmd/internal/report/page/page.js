'use strict';
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const form = document.getElementById('filter');
  const [name, check, file, shown] = ['name', 'check', 'file', 'shown'].map((id) => document.getElementById(id));
  const list = (text) => (text ? text.split(' ') : []);
  // As asma compares forms: case, harakat, tatweel and the seat of hamza aside.
  const fold = (text) => text.normalize('NFKD').toLowerCase().replace(/[\p{M}\u0640]/gu, '').replace(/ى/g, 'ي').replace(/ة/g, 'ه').trim();

  const rows = all('.name').map((element) => ({
    element, id: element.dataset.name, label: fold(element.dataset.label), search: fold(element.dataset.search),
  }));
  const articles = all('article').map((element) => {
    const parts = (selector) => [...element.querySelectorAll(selector)].map((part) => ({
      element: part, names: list(part.dataset.names), checks: list(part.dataset.checks),
    }));
    return { element, id: element.dataset.file, details: element.querySelector('details'), marks: parts('mark'), findings: parts('.findings li') };
  });

  // The names that were asked for, null for all. A whole label means itself
  // alone: «Haftar» is not «Saddam Haftar».
  const chosen = () => {
    const text = fold(name.value);
    if (!text) return null;
    const exact = rows.filter((row) => row.label === text);
    return new Set((exact.length ? exact : rows.filter((row) => row.search.includes(text))).map((row) => row.id));
  };

  const apply = () => {
    const names = chosen();
    const hit = (part) => (!names || part.names.some((id) => names.has(id))) && (!check.value || part.checks.includes(check.value));
    const filtered = names !== null || check.value !== '';
    let findings = 0;
    const visible = [];
    const met = new Set(); // names of the marks and findings that are shown
    for (const article of articles) {
      const wanted = file.value === '' || file.value === article.id;
      let any = !filtered, here = 0;
      const pass = (part) => {
        const on = hit(part);
        any ||= on;
        if (on && wanted) part.names.forEach((id) => met.add(id));
        return on;
      };
      for (const mark of article.marks) mark.element.classList.toggle('off', !pass(mark));
      for (const finding of article.findings) {
        const on = pass(finding);
        finding.element.hidden = !on;
        if (on) here++;
      }
      article.element.hidden = !any || !wanted;
      if (!article.element.hidden) {
        findings += here;
        visible.push(article);
      }
    }
    for (const row of rows) {
      row.element.hidden = names !== null && !names.has(row.id) || (check.value || file.value) !== '' && !met.has(row.id);
    }
    if ((filtered || file.value) && visible.length <= 20) for (const article of visible) article.details.open = true;
    if (names !== null || check.value) all('.agreed').forEach((details) => { details.open = rows.some((row) => !row.element.hidden && details.contains(row.element)); });
    shown.textContent = `المآخذ الظاهرة: ${findings} · المقالات: ${visible.length}`;
  };

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  for (const row of rows) {
    row.element.querySelector('button').addEventListener('click', () => {
      name.value = row.element.dataset.label;
      apply();
    });
  }
  apply();
})();
