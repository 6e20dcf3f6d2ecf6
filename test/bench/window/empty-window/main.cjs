// The least that Electron can show, or one page of the bench: what our own is compared with.
const { app, BrowserWindow } = require('electron')

const EMPTY = 'data:text/html,<title>Empty</title><h1>Empty</h1>'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  void window.loadURL(process.env.BENCH_PAGE ?? EMPTY)
})
