(function () {
  'use strict';
  var places = Array.prototype.slice.call(document.querySelectorAll('.andrad'));
  var now = -1, keys = true;
  function reveal(node) {
    for (var up = node; up; up = up.parentElement) { if (up.tagName === 'DETAILS') { up.open = true; } }
  }
  function go(at) {
    if (at < 0 || at >= places.length) { return; }
    now = at; reveal(places[at]); places[at].focus({preventScroll: true});
    places[at].scrollIntoView({block: 'center'});
    document.getElementById('lage').textContent = (at + 1) + ' av ' + places.length;
  }
  function here() {
    var held = places.indexOf(document.activeElement && document.activeElement.closest ? document.activeElement.closest('.andrad') : null);
    return held >= 0 ? held : now;
  }
  function follow() {
    var target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target) { return; }
    reveal(target);
    var at = places.indexOf(target);
    if (at >= 0) { go(at); } else { target.scrollIntoView({block: 'center'}); }
  }
  document.addEventListener('keydown', function (event) {
    if (!keys || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) { return; }
    if (event.key === 'n') { go(here() + 1); } else if (event.key === 'p') { go(here() < 0 ? 0 : here() - 1); }
  });
  window.addEventListener('hashchange', follow);
  document.getElementById('forra').addEventListener('click', function () { go(here() < 0 ? 0 : here() - 1); });
  document.getElementById('nasta').addEventListener('click', function () { go(here() + 1); });
  var toggle = document.getElementById('tangenter');
  toggle.addEventListener('click', function () {
    keys = !keys; toggle.setAttribute('aria-pressed', String(keys));
  });
  document.documentElement.classList.add('med-skript');
  follow();
}());
