// Draws the page that its address asks for: the overview at `/`, the card of a port at `/ports/{port}`.

const { draw } = await import(location.pathname.startsWith('/ports/') ? './port.js' : './overview.js')
draw(document.getElementById('header'), document.getElementById('main'))
