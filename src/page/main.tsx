/** The program of report.html: reads what the page carries and shows the view that the address names. */
import { render } from 'preact';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Payload } from '../report/html/payload.js';
import { REPORT_LANGUAGES } from '../report/html/strings.js';
import { Page } from './context.js';
import type { PageContext } from './context.js';
import { modelOf } from './model.js';
import type { Model } from './model.js';
import { fragmentOf, initialState, stateOf, VIEWS } from './state.js';
import type { State, View } from './state.js';
import { wordsIn } from './strings/index.js';
import { CompareView } from './views/compare.js';
import { GapsView } from './views/gaps.js';
import { IssuesView } from './views/issues.js';
import { MatrixView } from './views/matrix.js';
import { MethodsView } from './views/methods.js';
import { OverviewView } from './views/overview.js';
import { ProfileView } from './views/profile.js';
import { StatementsView } from './views/statements.js';

const SHOWN: Readonly<Record<View, () => JSX.Element>> = {
  overview: OverviewView,
  matrix: MatrixView,
  gaps: GapsView,
  profile: ProfileView,
  compare: CompareView,
  statements: StatementsView,
  methods: MethodsView,
  issues: IssuesView,
};

/** The state that the address tells, and the function that changes both. */
function useAddress(initial: State): [State, PageContext['go']] {
  const [state, setState] = useState(() => stateOf(location.hash, initial));
  useEffect(() => {
    const read = (): void => setState(stateOf(location.hash, initial));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [initial]);
  const go = (change: Partial<State>): void => {
    const next = { ...state, ...change };
    setState(next);
    // Typing in the search is one step back, not one a letter.
    const step = change.search === undefined ? 'pushState' : 'replaceState';
    history[step](null, '', `#${fragmentOf(next, initial)}`);
  };
  return [state, go];
}

function App({ model }: { model: Model }): JSX.Element {
  const { lang, settings } = model.payload;
  const initial = useMemo(() => initialState(lang, settings.by), [lang, settings.by]);
  const [state, go] = useAddress(initial);
  const words = useMemo(() => wordsIn(state.lang), [state.lang]);
  useLayoutEffect(() => {
    document.documentElement.lang = state.lang;
    document.documentElement.dir = words.direction;
    document.title = words.title;
  }, [state.lang]);
  const View = SHOWN[state.view];
  return (
    <Page.Provider value={{ model, state, words, go }}>
      <a class="skip" href="#main" onClick={skip}>
        {words.skip}
      </a>
      <Banner />
      <Tabs />
      <main id="main" tabIndex={-1}>
        <View />
      </main>
      <footer>
        <p>{words.page.address}</p>
        <p>{words.footer}</p>
      </footer>
    </Page.Provider>
  );
}

/** The fragment holds the view, so the link may not change it. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function Banner(): JSX.Element {
  return (
    <Page.Consumer>
      {(page) => {
        const { words, state, go, model } = page!;
        const { settings, taxonomy } = model.payload;
        return (
          <div class="band">
            <header>
              <div>
                <h1>{words.title}</h1>
                <p class="sub">{words.subtitle}</p>
                <p class="made">
                  <bdi>{settings.date ?? ''}</bdi>{' '}
                  <bdi>
                    {taxonomy.id} {taxonomy.version}
                  </bdi>
                </p>
              </div>
              <div class="tools">
                <label>
                  <span class="vh">{words.page.pageLanguage}</span>
                  <select
                    value={state.lang}
                    onChange={(event) => go({ lang: event.currentTarget.value as State['lang'] })}
                  >
                    {REPORT_LANGUAGES.map((lang) => (
                      <option key={lang} value={lang} lang={lang} selected={lang === state.lang}>
                        {OWN_NAMES[lang]}
                      </option>
                    ))}
                  </select>
                </label>
                <button type="button" onClick={() => print()}>
                  {words.page.print}
                </button>
              </div>
            </header>
          </div>
        );
      }}
    </Page.Consumer>
  );
}

const OWN_NAMES = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' } as const;

function Tabs(): JSX.Element {
  return (
    <Page.Consumer>
      {(page) => {
        const { words, state, go } = page!;
        return (
          <nav aria-label={words.contents}>
            <ul>
              {VIEWS.map((view) => (
                <li key={view}>
                  <button
                    type="button"
                    aria-current={view === state.view ? 'page' : undefined}
                    onClick={() => go({ view, row: null, code: '' })}
                  >
                    {words.page.views[view]}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
        );
      }}
    </Page.Consumer>
  );
}

const data = document.getElementById('data')?.textContent ?? 'null';
const root = document.getElementById('app');
if (root !== null) {
  root.textContent = '';
  render(<App model={modelOf(JSON.parse(data) as Payload)} />, root);
}
