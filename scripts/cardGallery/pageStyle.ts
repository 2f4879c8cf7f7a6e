/** What Teams' own style sheet does to the renderer's buttons and inputs, in brief. */
export const pageStyle = `
body { margin: 0; padding: 8px; font-family: 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans JP', sans-serif; }
body.light { background: #f5f5f5; --text: #242424; --field: #ffffff; --line: #d1d1d1; --brand: #5b5fc7; --danger: #c4314b; }
body.dark { background: #1f1f1f; --text: #ffffff; --field: #141414; --line: #666666; --brand: #7f85f5; --danger: #f9526b; }
#card { border-radius: 4px; overflow: hidden; box-shadow: 0 1px 3px rgb(0 0 0 / 30%); }
.ac-textBlock p { margin: 0 0 6px; }
.ac-textBlock p:last-child { margin: 0; }
.ac-pushButton { font: 600 14px/20px inherit; font-family: inherit; padding: 5px 12px; border-radius: 4px; max-width: 100%;
  border: 1px solid var(--line); background: var(--field); color: var(--text); text-overflow: ellipsis; overflow: hidden; }
.ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #ffffff; }
.ac-pushButton.style-destructive { color: var(--danger); border-color: var(--danger); }
.ac-pushButton.expanded { border-color: var(--brand); box-shadow: inset 0 0 0 1px var(--brand); }
.ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.ac-input { font: 14px/20px inherit; font-family: inherit; box-sizing: border-box; width: 100%; padding: 5px 10px;
  border: 1px solid var(--line); border-bottom-color: var(--text); border-radius: 4px; background: var(--field); color: var(--text); }
.ac-input.ac-multiline { min-height: 64px; }
`;
