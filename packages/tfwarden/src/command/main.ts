process.stdout.write('tfwarden\n');
