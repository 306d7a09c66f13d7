/** What the page says before the first facts arrive; our own words, without a mark that HTML knows. */
export interface PageWords {
  /** The language they are in, such as "de". */
  readonly language: string;
  readonly title: string;
  readonly reading: string;
}

/**
 * The web view's page. Nothing is loaded but our own script and the styles below; articles' words arrive as messages and are shown as
 * text nodes only.
 */
export function matrixPage(script: string, cspSource: string, words: PageWords): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16)).join('');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src ${cspSource} 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style nonce="${nonce}">${STYLES}</style>
</head>
<body>
<div id="bar" role="toolbar"></div>
<div id="table" tabindex="-1"><p role="status">${words.reading}</p></div>
<p id="hint"></p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

const STYLES = `
body { box-sizing: border-box; height: 100vh; margin: 0; padding: 0 12px; display: flex; flex-direction: column; color: var(--vscode-foreground); font: var(--vscode-font-size) var(--vscode-font-family); }
#bar { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 10px 0; }
#bar input, #bar select, #bar button { font: inherit; padding: 3px 8px; border-radius: 2px; }
#bar input { min-width: 14em; color: var(--vscode-input-foreground); background: var(--vscode-input-background);
  border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent)); }
#bar select { color: var(--vscode-dropdown-foreground); background: var(--vscode-dropdown-background);
  border: 1px solid var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent)); }
#bar button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); cursor: pointer;
  border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); }
#bar select { max-width: 20em; text-overflow: ellipsis; }
#bar button[aria-pressed="true"] { color: var(--vscode-button-foreground); background: var(--vscode-button-background);
  border-color: var(--vscode-contrastActiveBorder, var(--vscode-button-border, transparent)); outline: 1px solid var(--vscode-contrastActiveBorder, transparent); outline-offset: 1px; }
#count { margin-left: auto; color: var(--vscode-descriptionForeground); }
#table { flex: 1; min-height: 0; overflow: auto; }
table { border-collapse: separate; border-spacing: 0; min-width: 100%; }
caption { text-align: left; padding: 12px 0 6px; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px; max-width: 22em;
  border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, #8884)); }
thead th { position: sticky; top: 0; z-index: 2; background: var(--vscode-editor-background); white-space: nowrap; font-weight: 600; }
tbody th { position: sticky; left: 0; z-index: 1; background: var(--vscode-editor-background); font-weight: normal; min-width: 14em; }
tbody th small { display: block; color: var(--vscode-descriptionForeground); }
.mention { display: flex; align-items: flex-start; gap: 2px; }
td button { all: unset; cursor: pointer; border-radius: 3px; padding: 1px 3px; }
td button.open { flex: 1; min-width: 8em; }
td button small { display: block; color: var(--vscode-descriptionForeground); }
td button .words { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
td button.note { opacity: 0; color: var(--vscode-descriptionForeground); }
td:hover button.note, td:focus-within button.note, td button.note:focus-visible { opacity: 1; }
td button:hover { background: var(--vscode-list-hoverBackground); }
td:focus-visible, td button:focus-visible, #bar :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.sign { display: inline-block; min-width: 1.7em; font-weight: 700; }
tr.differ .sign { color: var(--vscode-list-warningForeground); }
tr.differ td[data-group="0"] button.open { box-shadow: inset 3px 0 var(--vscode-charts-blue); padding-left: 8px; }
tr.differ td[data-group="1"] button.open { box-shadow: inset 3px 0 var(--vscode-charts-yellow); padding-left: 8px; }
tr.differ td[data-group="2"] button.open { box-shadow: inset 3px 0 var(--vscode-charts-purple); padding-left: 8px; }
tr.differ td[data-group="3"] button.open { box-shadow: inset 3px 0 var(--vscode-charts-green); padding-left: 8px; }
#hint { margin: 0; padding: 6px 0; color: var(--vscode-descriptionForeground); }
`;
