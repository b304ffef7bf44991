'use strict';

const EVERY_MS = 1000;
const FACES = ['#3b6fb5', '#8a4fa3', '#2f855a', '#b7572b', '#a83f5b', '#4a6572', '#6b5bb0', '#8f6a1b'];
const SIGNS = { O: '#', P: '🔒', D: '@', G: '@' };
const $ = id => document.getElementById(id);

const state = {
  as: new URLSearchParams(location.search).get('as') || localStorage.getItem('as') || 'lena',
  channel: new URLSearchParams(location.search).get('channel') || '',
  known: '',
  seen: new Map(),
  shown: '',
};

const time = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat([], { weekday: 'long', day: 'numeric', month: 'long' });

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function escaped(text) {
  return text.replace(/[&<>"']/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]);
}

/* A little Markdown. Everything is escaped first; code is set aside so that nothing in it is taken for a mark. */
function inline(text) {
  const kept = [];
  const keep = html => `\u0000${kept.push(html) - 1}\u0000`;
  return escaped(text.replaceAll('\u0000', ''))
    .replace(/`([^`]+)`/g, (_, code) => keep(`<code>${code}</code>`))
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, (_, label, url) => keep(link(url, label)))
    .replace(/https?:\/\/[^\s<]+[^\s<.,;:!?)]/g, url => keep(link(url, url)))
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/~~([^~]+)~~/g, '<del>$1</del>')
    .replace(/(^|[\s(])[*_]([^*_\s][^*_]*)[*_](?=$|[\s).,;:!?])/g, '$1<em>$2</em>')
    .replace(/(^|[\s(])(@[a-z0-9._-]*[a-z0-9])/g, '$1<span class="at">$2</span>')
    .replace(/\u0000(\d+)\u0000/g, (_, i) => kept[i]);
}

function link(url, label) {
  return `<a href="${url}" target="_blank" rel="noopener noreferrer">${label}</a>`;
}

function markdown(text) {
  const out = [];
  let list = [];
  const endList = () => { if (list.length) out.push(`<ul>${list.join('')}</ul>`); list = []; };
  for (const part of text.split(/(```[\s\S]*?```)/)) {
    if (/^```[\s\S]*```$/.test(part)) {
      endList();
      out.push(`<pre>${escaped(part.slice(3, -3).replace(/^\w*\n/, ''))}</pre>`);
      continue;
    }
    const lines = part.replace(/^\n|\n$/g, '');
    if (!lines) continue;
    for (const line of lines.split('\n')) {
      const item = /^\s*[-*] (.*)/.exec(line);
      if (item) { list.push(`<li>${inline(item[1])}</li>`); continue; }
      endList();
      const heading = /^#{1,6} (.*)/.exec(line);
      const quote = /^> ?(.*)/.exec(line);
      if (heading) out.push(`<h2>${inline(heading[1])}</h2>`);
      else if (quote) out.push(`<blockquote>${inline(quote[1])}</blockquote>`);
      else out.push(inline(line) + '<br>');
    }
    endList();
  }
  return out.join('').replace(/(<br>)+$/, '');
}

function postItem(post, isNew) {
  const item = element('li', isNew ? 'new' : '');
  item.dataset.id = post.id;
  const face = element('span', 'face', post.author[0] || '?');
  face.style.background = FACES[[...post.author].reduce((sum, c) => sum + c.charCodeAt(0), 0) % FACES.length];
  face.setAttribute('aria-hidden', 'true');
  const by = element('div', 'by');
  by.append(element('b', '', post.author));
  if (post.bot) by.append(element('span', 'tag', 'BOT'));
  const at = element('time', '', time.format(post.at));
  at.dateTime = new Date(post.at).toISOString();
  at.title = at.dateTime;
  by.append(at);
  if (post.edited) by.append(element('span', 'edited', '(edited)'));
  const text = element('div', post.system ? 'text small' : 'text');
  text.innerHTML = markdown(post.message);
  item.append(face, by, text);
  for (const card of post.cards) item.append(cardOf(card));
  return item;
}

function cardOf(card) {
  const made = element('div', 'card');
  if (card.pretext) made.append(Object.assign(element('div', 'text'), { innerHTML: markdown(card.pretext) }));
  if (card.title) made.append(element('h3', '', card.title));
  if (card.text) made.append(Object.assign(element('div', 'text'), { innerHTML: markdown(card.text) }));
  return made;
}

function showPeople(view) {
  const select = $('people');
  if (select.dataset.people !== view.people.join()) {
    select.dataset.people = view.people.join();
    select.replaceChildren(...view.people.map(name => new Option(name, name)));
  }
  select.value = view.as || '';
}

function showChannels(view) {
  $('channels').replaceChildren(...(view.channels || []).map(channel => {
    const button = element('button');
    button.type = 'button';
    const current = channel.id === view.channel;
    if (current || !state.seen.has(channel.id)) state.seen.set(channel.id, channel.lastPostAt);
    if (current) button.setAttribute('aria-current', 'true');
    if (channel.lastPostAt > state.seen.get(channel.id)) button.classList.add('fresh');
    if (channel.archived) { button.classList.add('archived'); button.title = 'archived'; }
    button.append(element('span', 'sign', SIGNS[channel.type] || '#'), element('span', 'name', channel.name));
    button.addEventListener('click', () => choose(channel.id));
    return button;
  }));
}

function showPosts(view) {
  const list = $('posts');
  const place = `${view.as} ${view.channel}`;
  const same = place === state.shown;
  const before = new Set([...list.children].map(item => item.dataset.id));
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  const items = [];
  let lastDay = '';
  for (const post of view.posts || []) {
    const today = day.format(post.at);
    if (today !== lastDay) items.push(element('li', 'day', today));
    lastDay = today;
    items.push(postItem(post, same && !before.has(post.id)));
  }
  if (!items.length) items.push(element('li', 'empty', 'Nothing was posted here yet.'));
  list.replaceChildren(...items);
  if (!same || atEnd) list.scrollTop = list.scrollHeight;
  state.shown = place;
}

function show(view) {
  state.known = view.view;
  state.as = view.as || state.as;
  state.channel = view.channel || '';
  const channel = (view.channels || []).find(each => each.id === view.channel);
  $('team').textContent = view.team || '';
  $('version').textContent = `plays ${view.version}`;
  $('channel-name').textContent = channel ? `${SIGNS[channel.type] || '#'} ${channel.name}${channel.archived ? ' (archived)' : ''}` : 'Nobody is here yet';
  document.title = channel ? `${channel.name} · stand-in for Mattermost` : 'Stand-in for Mattermost';
  showPeople(view);
  showChannels(view);
  showPosts(view);
}

function choose(channel) {
  state.channel = channel;
  state.known = '';
  look();
}

function live(works) {
  $('live').className = works ? 'live on' : 'live off';
  $('live').textContent = works ? 'live' : 'not reachable, trying again';
}

let timer = 0;
let asking = 0;
async function look() {
  clearTimeout(timer);
  const mine = ++asking;
  try {
    const query = new URLSearchParams({ as: state.as, channel: state.channel, known: state.known });
    const answer = await fetch(`/stand-in/view?${query}`);
    if (mine !== asking) return;
    if (answer.status === 200) {
      const view = await answer.json();
      if (mine !== asking) return;
      show(view);
    }
    live(answer.ok);
  } catch {
    live(false);
  }
  if (mine === asking && !document.hidden) timer = setTimeout(look, EVERY_MS);
}

$('people').addEventListener('change', event => {
  state.as = event.target.value;
  localStorage.setItem('as', state.as);
  state.seen.clear();
  choose('');
});
document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
look();
