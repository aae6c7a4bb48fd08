// Two telephones: keys go out as requests, what is heard comes back as server-sent events.

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
// Pieces that follow each other so soon are one sentence ("The stress group." + "You can speak now.").
const ONE_SENTENCE_MILLIS = 9000;

const KINDS = {
  caller: {
    title: 'Caller', number: 'caller.number', from: '9779800000001',
    hint: () => 'The number says who calls: the same one is known again. Empty: withheld.',
  },
  volunteer: {
    title: 'Host', number: 'volunteer.number', from: '9779800000002',
    hint: facts => `id ${facts['volunteer.id']}, PIN ${facts['volunteer.pin']} and #, then 1 to host.`,
  },
};

async function send(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(await answer.text() || `${answer.status}`);
  }
  return answer.status === 204 ? null : answer.json();
}

class Telephone {
  constructor(section, facts) {
    this.kind = KINDS[section.dataset.kind];
    this.facts = facts;
    section.append(document.getElementById('phone').content.cloneNode(true));
    this.at = selector => section.querySelector(selector);
    this.at('h2').textContent = `${this.kind.title}: calls ${facts[this.kind.number]}`;
    this.at('.hint').textContent = this.kind.hint(facts);
    this.at('.from').value = this.kind.from;
    this.at('.call').addEventListener('click', () => this.try(() => this.call()));
    this.at('.hangup').addEventListener('click', () => this.try(() => send('DELETE', this.path())));
    this.at('.speak').addEventListener('click', () => this.try(() => this.speak()));
    this.at('.signin').hidden = section.dataset.kind !== 'volunteer';
    this.at('.signin').addEventListener('click', () => this.try(() => this.signIn()));
    for (const key of KEYS) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = key;
      button.addEventListener('click', () => this.try(() => this.press(key)));
      this.at('.keypad').append(button);
    }
    section.addEventListener('keydown', event => {
      if (this.id && KEYS.includes(event.key) && event.target.tagName !== 'INPUT') {
        this.try(() => this.press(event.key));
      }
    });
    this.isUp(false);
  }

  path(what = '') {
    return `/calls/${this.id}${what}`;
  }

  async try(action) {
    try {
      await action();
    } catch (failure) {
      this.at('.state').textContent = failure.message;
    }
  }

  isUp(yes) {
    this.at('.call').disabled = yes;
    for (const button of [...this.at('.keypad').children, this.at('.hangup'), this.at('.speak'), this.at('.signin')]) {
      button.disabled = !yes;
    }
    if (!yes) {
      this.id = null;
      this.at('.speak').setAttribute('aria-pressed', 'false');
    }
  }

  async call() {
    this.at('.call').disabled = true;
    this.at('.state').textContent = 'Calling …';
    this.at('.heard').replaceChildren();
    this.sentence = null;
    try {
      this.id = (await send('POST', '/calls', {
        number: this.facts[this.kind.number], from: this.at('.from').value,
      })).id;
    } catch (failure) {
      this.isUp(false);
      throw failure;
    }
    this.at('.state').textContent = 'The line has answered.';
    this.isUp(true);
    this.at('.talk').scrollIntoView({ block: 'nearest' }); // what is said and the keys, on a small screen too
    const events = new EventSource(this.path('/events'));
    events.onmessage = message => this.happened(JSON.parse(message.data), events);
    events.onerror = () => this.over(events);
  }

  happened(event, events) {
    if (event.kind === 'over') {
      this.over(events);
    } else {
      this.hears(event);
    }
  }

  over(events) {
    events.close();
    this.at('.state').textContent = 'The call is over.';
    this.isUp(false);
  }

  hears(event) {
    const now = Date.now();
    if (this.sentence && this.sentence.lang === event.language && now - this.heardAt < ONE_SENTENCE_MILLIS) {
      this.sentence.textContent += ` ${event.text}`;
    } else {
      this.sentence = this.write(event.text, '');
      this.sentence.lang = event.language;
    }
    this.sentence.title = event.key;
    this.heardAt = now;
    this.at('.heard').scrollTop = this.at('.heard').scrollHeight;
  }

  write(text, kind) {
    const item = document.createElement('li');
    item.textContent = text;
    item.className = kind;
    this.at('.heard').append(item);
    this.at('.heard').scrollTop = this.at('.heard').scrollHeight;
    return item;
  }

  async press(keys) {
    this.write(keys, 'key');
    this.sentence = null;
    await send('POST', this.path('/keys'), { keys });
  }

  async signIn() {
    await this.press(this.facts['volunteer.id']);
    await this.press(`${this.facts['volunteer.pin']}#`);
  }

  async speak() {
    const speaks = this.at('.speak').getAttribute('aria-pressed') !== 'true';
    await send('POST', this.path('/voice'), { speaks });
    this.at('.speak').setAttribute('aria-pressed', String(speaks));
  }
}

const facts = await send('GET', '/facts');
document.querySelectorAll('.phone').forEach(section => new Telephone(section, facts));
