// Ends with 1 if axe finds a fault on a page. Arguments: browser, address, light or dark.

const puppeteer = require('puppeteer-core');
const axe = require('axe-core');

(async () => {
  const [executablePath, address, scheme] = process.argv.slice(2);
  const browser = await puppeteer.launch({ executablePath, protocolTimeout: 600_000, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    // The page allows no script, and axe is one.
    await page.setBypassCSP(true);
    await page.goto(address);
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate(() => axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }));
    for (const { id, help, nodes } of violations) console.log(`${id} (${nodes.length}): ${help}\n  ${nodes[0].html}`);
    if (passes.length < 10) throw new Error('axe looked at nothing');
    process.exitCode = violations.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
})();
