/** @type {import('jest').Config} */
module.exports = { ...require('./jest.config.js'), globals: { fuzzTimes: 25 } };
