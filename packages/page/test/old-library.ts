// What libraries of long ago did to a page, for tests: written after what Prototype.js, MooTools and their like put
// into the language, and worse. A script to stand before the form's.

/** Methods that lists and texts got, for whoever walks over them, with a JSON of its own. */
export const oldLibrary = `<script>(function () {
  var each = function (act, that) { for (var i = 0; i < this.length; i++) act.call(that, this[i], i); };
  var collect = function (act, that) { var made = []; each.call(this, function (item, i) { made.push((act || function (x) { return x }).call(that, item, i)); }); return made; };
  var detect = function (act, that) { for (var i = 0; i < this.length; i++) if (act.call(that, this[i], i)) return this[i]; };
  var findAll = function (act, that) { var made = []; each.call(this, function (item, i) { if (act.call(that, item, i)) made.push(item); }); return made; };
  var include = function (wanted) { return detect.call(this, function (item) { return item == wanted; }) !== undefined; };
  var any = function (act, that) { return detect.call(this, function (item, i) { return act.call(that, item, i); }) !== undefined; };
  var all = function (act, that) { return findAll.call(this, act, that).length === this.length; };
  var toArray = function () { return [].concat(Array.prototype.slice.call(this)); };
  var methods = { each: each, forEach: each, collect: collect, map: collect, detect: detect, find: detect, findAll: findAll,
    select: findAll, filter: findAll, include: include, member: include, includes: include, any: any, some: any, all: all,
    every: all, entries: toArray, toArray: toArray, size: function () { return this.length; },
    first: function () { return this[0]; }, last: function () { return this[this.length - 1]; },
    clear: function () { this.length = 0; return this; }, without: function () { return this; },
    inspect: function () { return '[' + this.join(', ') + ']'; }, invoke: collect, pluck: collect, uniq: toArray,
    indexOf: function (wanted, from) { for (var i = from || 0; i < this.length; i++) if (this[i] === wanted) return i; return -1; },
    toJSON: function () { return '[' + this.map(Object.toJSON).join(', ') + ']'; } };
  for (var name in methods) Array.prototype[name] = methods[name];
  Object.toJSON = function (value) { return value && value.toJSON ? value.toJSON() : JSON.stringify(value); };
  Object.prototype.extend = function (more) { for (var name in more) this[name] = more[name]; return this; };
  Object.prototype.forEach = Object.prototype.keys = Object.prototype.clone = function () { return 'broken'; };
  var texts = { toJSON: function () { return '"' + this + '"'; }, blank: function () { return /^\\s*$/.test(this); },
    startsWith: function (part) { return this.lastIndexOf(part, 0) === 0; }, strip: function () { return this.trim(); },
    include: function (part) { return this.indexOf(part) > -1; }, toArray: function () { return this.split(''); } };
  for (var name in texts) String.prototype[name] = texts[name];
  Number.prototype.toJSON = function () { return 'number ' + this; };
  Boolean.prototype.toJSON = function () { return 'boolean ' + this; };
  Date.prototype.toJSON = function () { return 'date'; };
  var bind = Function.prototype.bind;
  Function.prototype.bind = function () { return bind.apply(this, arguments); };
  Function.prototype.methodize = Function.prototype.curry = function () { return 'broken'; };
  var elements = { show: function () { this.style.display = ''; return this; }, hide: function () { this.style.display = 'none'; return this; },
    remove: function () { this.parentNode.removeChild(this); return this; }, update: function () { return this; },
    select: function (css) { return this.querySelectorAll(css); }, replace: function () { return this; },
    next: function () { return this; }, up: function () { return this; }, visible: function () { return true; },
    getValue: function () { return 'broken'; }, present: function () { return false; }, activate: function () { return this; },
    matches: function (css) { return Array.prototype.indexOf.call(this.getRootNode().querySelectorAll(css), this) > -1; },
    closest: function (css) { for (var one = this; one; one = one.parentElement) if (one.matches(css)) return one; return null; } };
  for (var name in elements) Element.prototype[name] = elements[name];
  window.$ = window.$$ = window.Hash = window.Template = function () { return 'broken'; };
})();</script>`;

/** Every request goes through wrappers that count, log and know of nothing newer than themselves. */
export const wrappedRequests = `<script>(function () {
  var fetch = window.fetch, open = XMLHttpRequest.prototype.open;
  window.requests = 0;
  window.fetch = function (address, options) {
    window.requests += 1;
    return fetch(address, options).then(function (response) { return response.clone(); });
  };
  XMLHttpRequest.prototype.open = function () { window.requests += 1; return open.apply(this, arguments); };
  var listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (name, act, options) {
    return listen.call(this, name, function () { return (act.handleEvent || act).apply(this, arguments); }, options);
  };
})();</script>`;
