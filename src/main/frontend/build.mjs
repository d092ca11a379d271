console.log('frontend: nothing to build yet');
