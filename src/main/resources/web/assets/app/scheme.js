// Runs before the page is drawn, so that a chosen colour scheme does not flash: hence no module.
'use strict'
{
  const chosen = localStorage.getItem('portolan.scheme')
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.scheme = chosen
  }
}
