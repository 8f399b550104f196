// the page of a test.
