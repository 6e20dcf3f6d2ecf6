// The least that Electron can show: what our own start is compared with.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  void window.loadURL('data:text/html,<title>Empty</title><h1>Empty</h1>')
})
